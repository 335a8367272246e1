import { contentDisposition } from './file-name.ts'

/** A file of a person is saved, never shown by the browser: shown, it could act in our name. */
export function downloadHeaders(file: { name: string; mediaType: string; bytes?: number }): Record<string, string> {
  return {
    'content-type': isShown(file.mediaType) ? 'application/octet-stream' : file.mediaType,
    'content-disposition': contentDisposition(file.name),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
    ...(file.bytes === undefined ? {} : { 'content-length': String(file.bytes) }),
  }
}

/** NOTE: no browser shows a calendar, and programs that subscribe to one want to be told that it is one. */
function isShown(mediaType: string): boolean {
  return mediaType.startsWith('text/') && !mediaType.startsWith('text/calendar')
}
