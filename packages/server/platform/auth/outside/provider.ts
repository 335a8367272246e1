import * as client from 'openid-client'
import { outsideAway, outsideRefused } from '../messages.ts'
import type { OutsideSettings } from './settings.ts'

/** What must come back unchanged; sealed in the database, bound to the browser by a cookie. */
export interface Checks {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

export interface OutsideIdentity {
  readonly issuer: string
  readonly subject: string
  readonly name: string
}

export interface Provider {
  begin(): Promise<{ address: string; checks: Checks }>
  /** `query`: what stood behind `?` when the browser came back. */
  finish(query: string, checks: Checks): Promise<OutsideIdentity>
}

const timeoutSeconds = 10

/** NOTE: asks the issuer that is configured and no other; plain HTTP is for a service on this machine alone. */
export function makeProvider(settings: OutsideSettings): Provider {
  let discovered: Promise<client.Configuration> | undefined
  const isPlain = settings.issuer.protocol === 'http:'
  const configuration = (): Promise<client.Configuration> => {
    discovered ??= client
      .discovery(settings.issuer, settings.clientId, settings.clientSecret, undefined, {
        timeout: timeoutSeconds,
        execute: isPlain ? [client.allowInsecureRequests] : [], // oxlint-disable-line typescript/no-deprecated -- marked so to stand out; the settings allow it on loopback alone
      })
      .catch((cause: unknown) => {
        discovered = undefined
        throw outsideAway(cause)
      })
    return discovered
  }
  return {
    async begin() {
      const config = await configuration()
      const checks = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier() }
      const address = client.buildAuthorizationUrl(config, {
        redirect_uri: settings.returnTo,
        scope: 'openid profile',
        code_challenge: await client.calculatePKCECodeChallenge(checks.verifier),
        code_challenge_method: 'S256',
        state: checks.state,
        nonce: checks.nonce,
      })
      return { address: address.href, checks }
    },
    async finish(query, checks) {
      const config = await configuration()
      const came = new URL(settings.returnTo)
      came.search = query
      const tokens = await client
        .authorizationCodeGrant(config, came, {
          pkceCodeVerifier: checks.verifier,
          expectedState: checks.state,
          expectedNonce: checks.nonce,
          idTokenExpected: true,
        })
        .catch((cause: unknown) => {
          throw outsideRefused(cause)
        })
      const claims = tokens.claims()
      if (!claims) throw outsideRefused(undefined)
      const name = typeof claims['name'] === 'string' ? claims['name'].slice(0, 100) : ''
      return { issuer: claims.iss, subject: claims.sub, name }
    },
  }
}
