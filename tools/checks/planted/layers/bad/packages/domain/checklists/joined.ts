import { owner } from '../assets/owner.ts'
export const joined = owner
