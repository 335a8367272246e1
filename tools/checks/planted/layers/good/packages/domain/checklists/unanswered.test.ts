import { test } from 'vitest'
import { readFileSync } from 'node:fs'
import { a } from '@mimamori/testing'
import { check } from '@mimamori/testing/rules'
import { unanswered } from './unanswered.ts'
test('x', () => [a, check, unanswered, readFileSync])
