/** The hospital's own sign-in service (OpenID Connect). Nobody but the one who keeps the installation can name it. */
export interface OutsideSettings {
  readonly issuer: URL
  readonly clientId: string
  readonly clientSecret: string
  /** What the button calls it. */
  readonly name: string
  /** The address of our screens to which it sends people back. */
  readonly returnTo: string
}
