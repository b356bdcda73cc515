import { signedText } from '../../rules/library/pack.ts';
import type { PackFile, PackSignature, SignatureState } from '../../rules/library/pack.ts';
import type { OverturnDatabase } from '../db.ts';
import type { AuditEntry } from '../audit.ts';
import type { MetaRow, Sealed } from '../schema/v1.ts';
import { fromBase64, toBase64, toBase64Url } from '../vault/base64.ts';
import { commitChange } from '../write.ts';
import type { WriteContext } from '../write.ts';

/** The practice's own signing key: the public half in clear, the private half sealed by the vault. */
const OWN_KEY = 'pack-key';
/** Keys of others whom somebody here has named: by the raw public key in base64url. */
const SIGNERS = 'pack-signers';
type OwnKey = { key: string; sealed: Sealed };
export type Signer = { key: string; name: string };

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const rawOf = (base64Url: string): Uint8Array<ArrayBuffer> | null => fromBase64(base64Url.replaceAll('-', '+').replaceAll('_', '/').padEnd(Math.ceil(base64Url.length / 4) * 4, '='));

/** The practice's key as it is kept; null where it has not signed anything yet. */
export async function keptKey({ db, vault }: Pick<WriteContext, 'db' | 'vault'>): Promise<{ key: string; sign: CryptoKey } | null> {
  const kept = (await db.meta.get(OWN_KEY))?.value as OwnKey | undefined;
  if (kept === undefined) return null;
  const pkcs8 = fromBase64(String(await vault.open('meta', OWN_KEY, kept.sealed)));
  return { key: kept.key, sign: await crypto.subtle.importKey('pkcs8', pkcs8 ?? new Uint8Array(), 'Ed25519', false, ['sign']) };
}

/** The key, or a new one where the practice has not signed yet. Inside `withWriter`; writes nothing: `rows` and `audit` go with what is written next. */
export async function keyOrNew(ctx: WriteContext): Promise<{ key: string; sign: CryptoKey; rows: MetaRow[]; audit: AuditEntry[] }> {
  const kept = await keptKey(ctx);
  if (kept !== null) return { ...kept, rows: [], audit: [] };
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  const key = toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey));
  const sealed = await ctx.vault.seal('meta', OWN_KEY, toBase64(pkcs8));
  pkcs8.fill(0);
  return { key, sign: pair.privateKey, rows: [{ key: OWN_KEY, value: { key, sealed } satisfies OwnKey }], audit: [{ command: 'pack:key-made', subject: '', outcome: 'done' }] };
}

/** Signs a pack with the practice's key. Call inside `withWriter`. */
export async function signPack(ctx: WriteContext, pack: Omit<PackFile, 'signature'>): Promise<PackFile> {
  const { key, sign, rows, audit } = await keyOrNew(ctx);
  if (rows.length > 0) await commitChange(ctx, audit, [], async () => ctx.db.meta.bulkPut(rows));
  return { ...pack, signature: { alg: 'Ed25519', key, value: await signText(sign, signedText(pack)) } };
}

/** Signs a text with the practice's key: base64url of the 64 bytes (RFC 8032). */
export async function signText(sign: CryptoKey, text: string): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.sign('Ed25519', sign, bytesOf(text))));
}

/** Whether a signature is of this text under this public key. */
export async function isTextSigned(text: string, { key, value }: { key: string; value: string }): Promise<boolean> {
  const [publicKey, signature] = [rawOf(key), rawOf(value)];
  if (publicKey === null || signature === null) return false;
  try {
    return await crypto.subtle.verify('Ed25519', await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']), signature, bytesOf(text));
  } catch {
    return false; // no such key
  }
}

/** Whether a signature is that of this very file. `raw`: the file's value as it stands. */
export async function isSigned(raw: Readonly<Record<string, unknown>>, signature: PackSignature): Promise<boolean> {
  return isTextSigned(signedText(raw), signature);
}

/** Whose key this is, as far as it is known here. */
export async function keyStanding(db: OverturnDatabase, key: string): Promise<{ state: 'own' | 'known' | 'unknown'; signer: string | null }> {
  if (((await db.meta.get(OWN_KEY))?.value as OwnKey | undefined)?.key === key) return { state: 'own', signer: null };
  const known = (await readSigners(db)).find((one) => one.key === key);
  return known === undefined ? { state: 'unknown', signer: null } : { state: 'known', signer: known.name };
}

export async function readSigners(db: OverturnDatabase): Promise<Signer[]> {
  return ((await db.meta.get(SIGNERS))?.value as Signer[] | undefined) ?? [];
}

/** What can be said of a pack's signature here, and whose it is. */
export async function signatureOf(db: OverturnDatabase, { pack, raw }: { pack: PackFile; raw: Readonly<Record<string, unknown>> }): Promise<{ state: SignatureState; signer: string | null }> {
  if (pack.signature === undefined) return { state: 'unsigned', signer: null };
  if (!(await isSigned(raw, pack.signature))) return { state: 'broken', signer: null };
  return keyStanding(db, pack.signature.key);
}

/** Remembers whose a key is, as somebody here says. Only table calls. */
export async function putSigner(db: OverturnDatabase, signer: Signer): Promise<void> {
  const others = (await readSigners(db)).filter(({ key }) => key !== signer.key);
  await db.meta.put({ key: SIGNERS, value: [...others, signer].slice(-100) });
}

/** A key as people compare it over the phone: its first 24 characters in groups of four. */
export function keyMark(key: string): string {
  return key.slice(0, 24).match(/.{1,4}/gu)?.join(' ') ?? '';
}
