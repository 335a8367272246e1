import { describe, expect, test, vi } from 'vitest'
import { actionFor, type KeyPress } from './keys.ts'

const plain: KeyPress = {
  key: '1',
  isComposing: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  inField: false,
  inDialog: false,
}

describe('single keys', () => {
  const act = vi.fn<() => void>()
  const actions = { 1: act, t: act, '/': act, ArrowUp: act }

  test('act outside fields, in half and full width and in either case', () => {
    for (const key of ['1', '１', 't', 'T', 'ｔ', '/', '／', 'ArrowUp']) expect(actionFor({ ...plain, key }, actions, true)).toBe(act)
  })

  test('do nothing while somebody types, converts to kanji, or holds another key', () => {
    for (const part of [
      { inField: true },
      { isComposing: true },
      { keyCode: 229 },
      { ctrlKey: true },
      { altKey: true },
      { metaKey: true },
      { inDialog: true },
    ]) {
      expect(actionFor({ ...plain, ...part }, actions, true)).toBeUndefined()
    }
  })

  test('can be switched off', () => {
    expect(actionFor(plain, actions, false)).toBeUndefined()
  })

  test('mean nothing where the screen gives them no meaning', () => {
    expect(actionFor({ ...plain, key: '9' }, actions, true)).toBeUndefined()
  })
})
