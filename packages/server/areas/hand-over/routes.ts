import { done, type HandlerParts, type HandlersOf } from '../handler-parts.ts'
import { beginHandOver } from './begin.ts'
import { changeHandOver, handOversOf, stopHandOver } from './hand-over.ts'

type Own = 'handOvers' | 'beginHandOver' | 'changeHandOver' | 'withdrawHandOver'

export function handOverHandlers(parts: HandlerParts): HandlersOf<Own> {
  const { services } = parts
  return {
    handOvers: async ({ scope }) => ({ handOvers: await handOversOf(services, scope) }),
    beginHandOver: ({ input, scope }) => beginHandOver(parts, scope, input.body),
    changeHandOver: async ({ input, scope }) => {
      await changeHandOver(services, scope, { ...input.params, ...input.body })
      return done
    },
    withdrawHandOver: async ({ input, scope }) => {
      await stopHandOver(services, scope, input.params.handOver)
      return done
    },
  }
}
