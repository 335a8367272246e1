import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import OidcProvider from 'oidc-provider'

export interface SignInService {
  readonly issuer: URL
  readonly clientId: string
  readonly clientSecret: string
  stop(): void
}

/**
 * A real OpenID Connect service on loopback; who signs in there is the login that the browser types, with any password. For an
 * address of this machine, `returnTo` holds for every port.
 */
export async function startSignInService({ returnTo }: { returnTo: string }): Promise<SignInService> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a TCP server that listens has an address with a port
  const issuer = new URL(`http://127.0.0.1:${port}`)
  const [clientId, clientSecret] = ['mimamori', 'client-secret-of-the-test']
  const provider = new OidcProvider(issuer.href.replace(/\/$/, ''), {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [returnTo], application_type: 'native' }],
    claims: { openid: ['sub'], profile: ['name'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, name: `${id}さん`, email: 'soumu@example.jp' }) }),
  })
  const answer = provider.callback()
  server.on('request', (request, response) => void answer(request, response))
  return { issuer, clientId, clientSecret, stop: () => server.close() }
}
