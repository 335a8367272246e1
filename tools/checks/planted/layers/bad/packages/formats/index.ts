import { loaded } from '@mimamori/catalog'
import { deep } from '@mimamori/domain/assets/owner.ts'
export const read = [loaded, deep]
