import { builders } from '@mimamori/testing'
import { routes } from './areas/assets/index.ts'
export const load = [builders, routes]
