import { readSetting, writeSetting } from './settings.ts'

/** Somebody who allowed this PC to remember the name: for changing users without typing the login. */
export interface KnownName {
  readonly login: string
  readonly name: string
}

const atMost = 12

function isKnownName(value: unknown): value is KnownName {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof Reflect.get(value, 'login') === 'string' &&
    typeof Reflect.get(value, 'name') === 'string'
  )
}

export function readNames(): readonly KnownName[] {
  try {
    const kept: unknown = JSON.parse(readSetting('names') ?? '[]')
    return Array.isArray(kept) ? kept.filter(isKnownName).slice(0, atMost) : []
  } catch {
    return []
  }
}

/** The one who came last stands first. */
export function rememberName({ login, name }: KnownName): void {
  const others = readNames().filter((each) => each.login !== login)
  writeSetting('names', JSON.stringify([{ login, name }, ...others].slice(0, atMost)))
}

export function forgetName(login: string): readonly KnownName[] {
  const left = readNames().filter((each) => each.login !== login)
  writeSetting('names', JSON.stringify(left))
  return left
}
