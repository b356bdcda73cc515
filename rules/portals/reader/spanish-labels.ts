import type { LabelKey } from './label-data.ts';

/**
 * What portals call things in Spanish (Puerto Rico, plans with Spanish pages), where no English stands beside it. Plain words as
 * `spanishWords` leaves them; a leading `?` marks a word that says little on its own. Words of several meanings (`cantidad`, `contrato`) are
 * none of ours.
 */
const PHRASES: Partial<Record<LabelKey, readonly string[]>> = {
  ccn: ['numero reclamacion', 'numero reclamo', 'reclamacion numero', 'id reclamacion', 'id reclamo', 'numero control reclamacion', 'numero control interno', 'numero control interno reclamacion', '?reclamacion', '?reclamo'],
  pcn: ['numero cuenta paciente', 'cuenta paciente', 'numero control paciente', '?numero cuenta'],
  patientName: ['nombre paciente', 'nombre miembro', 'nombre afiliado', 'nombre beneficiario', 'nombre completo paciente', '?paciente', '?miembro', '?afiliado', '?beneficiario'],
  memberId: ['numero miembro', 'id miembro', 'numero afiliado', 'id afiliado', 'numero identificacion miembro', 'identificacion miembro', 'numero beneficiario', 'id paciente', 'numero identificacion paciente', 'numero identificacion afiliado'],
  dos: ['fecha servicio', 'fecha servicio desde hasta', 'periodo servicio'],
  dosFrom: ['fecha servicio desde', 'servicio desde', 'fecha inicio servicio', '?desde', '?fecha desde'],
  dosTo: ['fecha servicio hasta', 'servicio hasta', 'fecha fin servicio', '?hasta', '?fecha hasta'],
  received: ['fecha recibo', 'fecha recibido', 'fecha recibida', 'fecha recepcion', 'fecha recibo reclamacion'],
  finalized: ['fecha procesado', 'fecha procesada', 'fecha proceso', 'fecha procesamiento', 'fecha adjudicacion', 'fecha finalizado', 'fecha finalizada'],
  payDate: ['fecha pago', 'fecha cheque', 'fecha emision cheque', 'fecha deposito'],
  payNumber: ['numero cheque', 'cheque numero', 'numero pago', 'numero transferencia', 'numero cheque eft'],
  charge: ['cantidad facturada', 'monto facturado', 'importe facturado', 'total facturado', 'cargo total', 'total cargo', 'cargo facturado', 'cargo', 'facturado', 'cargo sometido', 'cantidad sometida'],
  allowed: ['cantidad permitida', 'monto permitido', 'importe permitido', 'cantidad aprobada', 'monto aprobado', 'cargo permitido', 'permitido', 'tarifa permitida'],
  paid: ['cantidad pagada', 'monto pagado', 'importe pagado', 'total pagado', 'pagado', 'pagado plan', 'cantidad pagada plan', 'pago plan'],
  patResp: ['responsabilidad paciente', 'responsabilidad miembro', 'responsabilidad afiliado', 'responsabilidad total paciente'],
  status: ['estado reclamacion', 'estatus reclamacion', 'estado reclamo', 'estatus reclamo', 'status reclamacion', 'estatus', '?estado'],
  procedure: ['codigo procedimiento', 'procedimiento', 'codigo servicio'],
  modifier: ['modificador'], units: ['unidad', 'unidad servicio'], lineNo: ['linea', 'numero linea'],
  carc: ['codigo razon', 'codigo razon ajuste', 'codigo denegacion', 'razon ajuste'], rarc: ['codigo observacion'], adjAmount: ['cantidad ajuste', 'monto ajuste', 'cantidad ajustada'],
  payer: ['aseguradora', 'pagador', 'plan medico', 'compania seguro'],
  confirmation: ['numero confirmacion'],
  refLabel: ['numero referencia', 'numero transaccion', 'reclamacion original', 'numero reclamacion original', 'numero factura', 'numero expediente', 'numero record medico'],
  other: ['fecha nacimiento', 'proveedor', 'nombre proveedor', 'numero proveedor', 'npi proveedor', 'grupo', 'numero grupo', 'numero contrato', 'contrato', 'numero poliza', 'poliza', 'asegurado', 'nombre asegurado', 'asegurado principal', 'suscriptor', 'nombre suscriptor', 'relacion', 'sexo', 'genero', 'edad', 'deducible', 'copago', 'coaseguro', 'cantidad', 'cantidad no cubierta', 'no cubierto', 'descuento', 'balance', 'interes', 'pago paciente', 'pagado otro seguro', 'otro seguro', 'diagnostico', 'codigo diagnostico', 'numero autorizacion', 'autorizacion', 'referido', 'telefono', 'direccion', 'descripcion', 'descripcion servicio', 'lugar servicio', 'fecha sometida', 'fecha sometido', 'fecha entrada', 'fecha impresion', 'fecha actualizacion', 'fecha consulta', 'fecha', 'tipo', 'tipo reclamacion', 'accion', 'ver', 'detalle', 'nota', 'comentario', 'total', 'total pagado ano', 'pagado ano', 'usuario'],
};

const DROPPED: ReadonlySet<string> = new Set(['de', 'del', 'la', 'el', 'los', 'las', 'al', 'a', 'por', 'para', 'su', 'y', 'en', 'con', 'que', 'se', 'le']);
const SHORT: Readonly<Record<string, string>> = { num: 'numero', nro: 'numero', no: 'numero', fec: 'fecha', cant: 'cantidad', cod: 'codigo', proc: 'procedimiento' };

/** A Spanish label in plain words: without accents, endings of several and the small words between. */
export function spanishWords(text: string): string {
  const plain = text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/#/g, ' numero ').replace(/[^a-z]+/g, ' ').trim();
  const words = plain.split(' ').filter((word) => !DROPPED.has(word)).map((word) => SHORT[word] ?? word);
  return words.map((word) => (word.length > 4 && /[aeo]s$/.test(word) ? word.slice(0, -1) : word)).filter((word, at, all) => word !== all[at - 1]).join(' ');
}

let table: Map<string, { key: LabelKey; weak: boolean }> | null = null;

/** What a purely Spanish label means, or null. */
export function spanishLabel(text: string): { key: LabelKey; weak: boolean } | null {
  if (table === null) {
    table = new Map();
    for (const [key, phrases] of Object.entries(PHRASES)) for (const phrase of phrases) table.set(spanishWords(phrase), { key: key as LabelKey, weak: phrase.startsWith('?') });
  }
  return table.get(spanishWords(text)) ?? null;
}
