import { text } from '@mimamori/domain'
import { load } from '@mimamori/server'
export const loaded = [text, load]
