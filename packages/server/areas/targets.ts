import type { AssetState, Target } from '@mimamori/contract'
import { byId, type Task } from '@mimamori/domain'
import type { Kept } from './kept.ts'

/** What a rule that finds something in a device says about its state. */
export const stateOfRule: Readonly<Record<string, AssetState>> = {
  'assets/listed-not-seen': 'not-seen',
  'assets/no-owner': 'no-owner',
  'assets/no-vendor': 'no-vendor',
  'assets/no-contract': 'no-contract',
  'assets/update-duty-unheld': 'no-update-duty',
  'assets/unsupported-os': 'unsupported-os',
  'assets/remote-undeclared': 'remote-undeclared',
  'assets/disclosure-missing': 'disclosure-missing',
}

/** Where the button of a piece of work leads. */
export function targetOf(now: Pick<Kept, 'picture' | 'tracked' | 'analysis'>, task: Task): Target {
  if (task.screen === 'assets') return targetAmongAssets(now, task)
  if (task.screen === 'risks') return targetAmongRisks(now, task)
  return { screen: task.screen, ...(task.target !== undefined && { id: task.target }) }
}

/** Work on one risk leads to it; on several, to the matrix. */
function targetAmongRisks({ analysis: { world }, tracked }: Pick<Kept, 'analysis' | 'tracked'>, { findings }: Task): Target {
  const risk = byId(tracked, findings[0])?.row.subjects.find((subject) => byId(world.risks, subject))
  return findings.length === 1 && risk !== undefined ? { screen: 'risk', id: risk } : { screen: 'risks' }
}

/** Work on one device leads to it; on several, to the list of those that need it. */
function targetAmongAssets(now: Pick<Kept, 'picture' | 'tracked'>, { findings }: Task): Target {
  const row = byId(now.tracked, findings[0])?.row
  const device = row?.subjects.find((subject) => byId(now.picture.slices.assets, subject))
  if (findings.length === 1 && device !== undefined) return { screen: 'asset', id: device }
  if (row?.rule === 'assets/seen-not-listed') return { screen: 'unlisted' }
  const state = row?.rule === 'assets/support-ended' ? 'support-ended' : stateOfRule[row?.rule ?? '']
  return { screen: 'assets', ...(state && { id: state }) }
}
