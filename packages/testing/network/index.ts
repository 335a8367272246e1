export { type HospitalNetwork, hospitalNetwork, type NetworkSize } from './hospital.ts'
