import type { Asset } from '../assets/index.ts'
import { defineRule } from '../rule.ts'
export const unanswered = defineRule((picture) => picture.assets.filter((asset: Asset) => asset.id === '').length)
