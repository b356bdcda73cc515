/** Words of Spanish labels and states, as portals of Puerto Rico and of plans with Spanish pages write them beside the English ones. */
const SPANISH = /(?:^|\s)(?:n[uú]mero|n[uú]m|nombre|fechas?|estado|estatus|cargos?|cantidad|monto|importe|paciente|miembro|asegurad[oa]|afiliad[oa]|reclamaci[oó]n|reclamo|servicios?|contrato|pagos?|pagad[oa]|facturad[oa]|recib[oi]d?[oa]?|proces[oa]d?[oa]?|denegad[oa]|rechazad[oa]|pendiente|autorizad[oa]|permitid[oa]|proveedor|cheque|cuenta|responsabilidad|c[oó]digos?|raz[oó]n)(?=\s|$|[:.,)])/i;

/** The English half of `Fecha de servicio / Date of Service`, or null where a text is not one thing said in two languages. */
export function englishHalf(text: string): string | null {
  if (!/\s[/|–-]\s|\(/.test(text)) return null;
  const halves = text.replace(/\s*:\s*$/, '').split(/\s+[/|–-]\s+|\s*\(\s*|\s*\)\s*/).filter((half) => half !== '');
  if (halves.length !== 2) return null;
  const english = halves.filter((half) => !SPANISH.test(half));
  return english.length === 1 ? english[0]?.trim() ?? null : null;
}
