/** Only a path of our own is followed: another address in the link would lead away unseen. Browsers drop tabs and line ends. */
export function safeBack(back: string | undefined): string {
  return back !== undefined && /^\/(?:[^/\\\s][^\\\s]*)?$/.test(back) ? back : '/'
}
