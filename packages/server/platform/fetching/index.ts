export { type Answered, type Fetched, type Fetcher, hostWithPort, makeFetcher, type Wanted } from './fetcher.ts'
export { isPublicAddress } from './public-addresses.ts'
export type { WayOut } from './way-out.ts'
