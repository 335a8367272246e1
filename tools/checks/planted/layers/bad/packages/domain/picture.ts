import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Rule } from './rule.ts'
import type { Id } from './ids.ts'
export interface Picture { rule: Rule; id: Id }
export const text = readFileSync(z.string().parse('x'))
