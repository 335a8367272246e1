import type { Picture } from '@mimamori/domain'
import { z } from 'zod'
export const schema: [typeof z, Picture?] = [z]
