export { PathSteps, RequestLink } from './way-card.tsx'
export { shows } from './show.ts'
