import { routes } from '@mimamori/contract'
import type { Entry, SliceName } from '@mimamori/domain'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { ask, mayPass, Refusal } from './api.ts'
import { type Versioned, withChanges } from './changes.ts'
import { whenUnlocked } from './lock.ts'
import { type Act, makeSaver, pendingFor, type Saver, type SaverState, type SendResult, withPending } from './saver.ts'

const SaverContext = createContext<Saver | undefined>(undefined)

/** One saver for the facility on the screen. */
export function SavingProvider({ facility, login, children }: { facility: string; login: string; children: ReactNode }) {
  const client = useQueryClient()
  const [saver] = useState(() => saverOf({ facility, login }, client))
  useEffect(() => {
    const again = () => saver.tryAgain()
    const warn = (event: BeforeUnloadEvent) => {
      if (saver.state().pending.length > 0) event.preventDefault()
    }
    window.addEventListener('online', again)
    const forget = whenUnlocked(again)
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('online', again)
      forget()
      window.removeEventListener('beforeunload', warn)
    }
  }, [saver])
  return <SaverContext value={saver}>{children}</SaverContext>
}

/** Saves what a person types. */
export function useSaver(): Saver {
  const saver = useContext(SaverContext)
  if (!saver) throw new Error('useSaver is used outside SavingProvider')
  return saver
}

const quiet: SaverState = { pending: [], stored: [], sending: false, away: false, conflicts: [] }

/** How saving goes; quiet where nothing can be saved. */
export function useSaverState(): SaverState {
  const saver = useContext(SaverContext)
  return useSyncExternalStore(saver?.subscribe ?? never, saver?.state ?? (() => quiet))
}

function never(): () => void {
  return () => undefined
}

/** A record as the person left it, with what is still on its way to the server. */
export function useRecord<T extends Entry>(slice: SliceName, of: Versioned<T>): Versioned<T> {
  const state = useSaverState()
  return { ...of, record: withChanges(of.record, pendingFor(state, slice, of.record.id)) }
}

/** A list as the person left it. */
export function useRecords<T extends Entry>(slice: SliceName, list: readonly Versioned<T>[]): readonly Versioned<T>[] {
  return withPending(useSaverState(), slice, list)
}

/** NOTE: kept under the login as well: on a shared PC nobody's words are sent in another's name. */
function saverOf({ facility, login }: { facility: string; login: string }, client: QueryClient): Saver {
  const place = `mimamori.pending.${login}.${facility}`
  return makeSaver({
    send: (_, wanted) => send(facility, wanted),
    now: () => Date.now(),
    later: (run, milliseconds) => setTimeout(run, milliseconds),
    kept: readKept(place),
    keep: (pending) => writeKept(place, pending),
    saved: () => shown(client.invalidateQueries({ queryKey: [facility] })),
  })
}

/**
 * NOTE: views hear of what was fetched a moment after it is there; a new record that is taken out of what is on its way
 * before that would be gone from the screen for a blink, with all that was being typed into it.
 */
async function shown(fetched: Promise<void>): Promise<void> {
  await fetched
  await new Promise((told) => setTimeout(told, 0))
}

async function send(facility: string, wanted: Act['wanted']): Promise<SendResult> {
  try {
    const result = await ask(routes.change, { params: { facility }, body: { changes: wanted.map(({ was: _, ...each }) => each) } })
    if (result.conflicts.length > 0) return { kind: 'conflict', conflicts: result.conflicts }
    return { kind: 'saved', revision: result.revision, versions: result.versions }
  } catch (error) {
    if (mayPass(error)) return { kind: 'away' }
    if (error instanceof Refusal) return error.status === 401 ? { kind: 'signed-out' } : { kind: 'refused', error: error.said }
    throw error
  }
}

/** NOTE: `sessionStorage` ends with the window, so that nothing stays behind on a shared PC. */
function readKept(place: string): readonly Act[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place) ?? '[]')
    return Array.isArray(kept) ? (kept as Act[]) : [] // only this file writes there
  } catch {
    return []
  }
}

function writeKept(place: string, pending: readonly Act[]): void {
  try {
    if (pending.length === 0) sessionStorage.removeItem(place)
    else sessionStorage.setItem(place, JSON.stringify(pending))
  } catch {
    // Not kept over a reload; the page itself still holds it.
  }
}
