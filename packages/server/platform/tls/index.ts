export { type MadeTls, makeTls } from './make-tls.ts'
