// NOTE: @peculiar/x509 asks for this polyfill before it is loaded.
import 'reflect-metadata'
import { randomBytes, webcrypto } from 'node:crypto'
import { isIP } from 'node:net'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const
const signing = { ...curve, hash: 'SHA-256' } as const
const dayMs = 24 * 60 * 60_000
const authorityDays = 3650
/** The longest that today's browsers take from an authority of one's own. */
export const serverDays = 800

/** PEM texts of a certificate and its private key. */
export interface Pair {
  readonly certificate: string
  readonly key: string
}

/** NOTE: clocks of PCs in a hospital go wrong by minutes; a certificate that begins today at noon would be refused. */
const dayBefore = (now: Date) => new Date(now.getTime() - dayMs)
const daysAfter = (now: Date, days: number) => new Date(now.getTime() + days * dayMs)

async function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(curve, true, ['sign', 'verify'])
}

async function keyText(key: webcrypto.CryptoKey): Promise<string> {
  return `${PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY')}\n`
}

const serialNumber = () => `00${randomBytes(15).toString('hex')}`

/** An authority for this installation alone. It may vouch for servers, not for further authorities. */
export async function issueAuthority(now: Date): Promise<Pair> {
  const keys = await newKeys()
  const made = await X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: `CN=Mimamori ${now.toISOString().slice(0, 10)} ${randomBytes(3).toString('hex')}`,
    notBefore: dayBefore(now),
    notAfter: daysAfter(now, authorityDays),
    keys,
    signingAlgorithm: signing,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return { certificate: `${made.toString('pem')}\n`, key: await keyText(keys.privateKey) }
}

/** A certificate for the names and addresses under which the server is opened. */
export async function issueServer(authority: Pair, given: { names: readonly string[]; now: Date }): Promise<Pair> {
  const issuer = new X509Certificate(authority.certificate)
  const [pkcs8] = PemConverter.decode(authority.key)
  if (!pkcs8) throw new Error('the key of the authority is empty')
  const signingKey = await webcrypto.subtle.importKey('pkcs8', pkcs8, curve, false, ['sign'])
  const keys = await newKeys()
  const made = await X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject: 'CN=Mimamori',
    issuer: issuer.subject,
    notBefore: dayBefore(given.now),
    notAfter: daysAfter(given.now, serverDays),
    signingKey,
    publicKey: keys.publicKey,
    signingAlgorithm: signing,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension(given.names.map((name) => ({ type: isIP(name) === 0 ? 'dns' : 'ip', value: name }))),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
      await AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  })
  return { certificate: `${made.toString('pem')}\n`, key: await keyText(keys.privateKey) }
}
