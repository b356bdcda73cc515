import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** DER: tag, length, content. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head = length < 128 ? [tag, length] : length < 256 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from(head), content]);
}

const sequence = (...parts: Buffer[]): Buffer => der(0x30, ...parts);
const utcTime = (year: number): Buffer => der(0x17, Buffer.from(`${String(year % 100).padStart(2, '0')}0101000000Z`));

/** ecdsa-with-SHA256 (1.2.840.10045.4.3.2) */
const ALGORITHM = sequence(der(0x06, Buffer.from('2a8648ce3d040302', 'hex')));
/** commonName (2.5.4.3) */
const COMMON_NAME = der(0x06, Buffer.from('550403', 'hex'));

/**
 * A self-signed certificate and its key (PEM), made anew for each run so that none is kept in the project.
 * Only for a browser told to accept any certificate: it names no host (RFC 5280, 4.1).
 */
export function throwAwayCertificate(): { cert: string; key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from('throw-away')))));
  const year = Temporal.Now.plainDateISO().year;
  const serial = der(0x02, Buffer.from([1]), randomBytes(8));
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))), serial, ALGORITHM, name, sequence(utcTime(year - 1), utcTime(year + 2)), name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = der(0x03, Buffer.from([0]), sign('sha256', body, privateKey));
  const text = sequence(body, ALGORITHM, signature).toString('base64').replaceAll(/.{64}/g, '$&\n');
  return { cert: `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----\n`, key: privateKey.export({ type: 'pkcs8', format: 'pem' }) };
}
