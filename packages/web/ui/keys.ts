import { useEffect, useRef, useSyncExternalStore } from 'react'
import { readSetting, writeSetting } from '../data/settings.ts'

export interface KeyPress {
  readonly key: string
  readonly isComposing: boolean
  readonly keyCode?: number
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly inField: boolean
  readonly inDialog: boolean
}

export type KeyActions = Readonly<Record<string, (() => void) | undefined>>

/**
 * The act that a single key stands for, if any. Keys act only outside fields, never while a Japanese conversion is
 * under way, never together with Ctrl, Alt or the command key, and not at all when they are switched off.
 */
export function actionFor(press: KeyPress, actions: KeyActions, on: boolean): (() => void) | undefined {
  if (!on || press.isComposing || press.keyCode === 229) return undefined
  if (press.ctrlKey || press.altKey || press.metaKey || press.inField || press.inDialog) return undefined
  return actions[press.key.length === 1 ? press.key.normalize('NFKC').toLowerCase() : press.key]
}

const fields =
  'input:not([type="checkbox"], [type="radio"], [type="button"], [type="file"]), textarea, select, [contenteditable="true"], [role="combobox"]'

function pressOf(event: KeyboardEvent): KeyPress {
  const target = event.target instanceof Element ? event.target : undefined
  const radio = target?.matches('input[type="radio"]') === true && event.key.startsWith('Arrow')
  return {
    key: event.key,
    isComposing: event.isComposing,
    keyCode: event.keyCode, // oxlint-disable-line typescript/no-deprecated -- 229 marks a conversion in Safari, which clears isComposing too early
    ctrlKey: event.ctrlKey,
    altKey: event.altKey,
    metaKey: event.metaKey,
    shiftKey: event.shiftKey,
    inField: radio || target?.closest(fields) != null,
    inDialog: document.querySelector('dialog[open]') !== null && target?.closest('dialog[data-keys]') == null,
  }
}

/** Single keys of a screen, while it is shown. */
export function useKeys(actions: KeyActions): void {
  const on = useSingleKeys()
  const latest = useRef({ actions, on })
  useEffect(() => {
    latest.current = { actions, on }
  })
  useEffect(() => {
    function act(event: KeyboardEvent): void {
      if (event.defaultPrevented) return
      const action = actionFor(pressOf(event), latest.current.actions, latest.current.on)
      if (!action) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', act)
    return () => window.removeEventListener('keydown', act)
  }, [])
}

const listeners = new Set<() => void>()

/** Whether single keys act; each PC remembers it. */
export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, () => readSetting('single-keys') !== 'off')
}

export function switchSingleKeys(on: boolean): void {
  writeSetting('single-keys', on ? 'on' : 'off')
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** True for the Enter that only confirms a Japanese conversion: it must never submit or move on. */
export function isConverting(event: { nativeEvent: { isComposing: boolean } }): boolean {
  return event.nativeEvent.isComposing
}
