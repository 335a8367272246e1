import { owner } from '../domain/assets/owner.ts'
import type { Loaded } from '@mimamori/catalog'
export const main: Loaded = owner
