import { fact, noneWith } from '../finding.ts'
import { isKnown } from '../record.ts'
import { defineRule } from '../rule.ts'
import { pathsInUse } from './in-use.ts'

/** A device that is worked on from outside by a way that nobody has declared, or of which nobody knows whether it is. */
export const remoteUndeclared = defineRule({
  id: 'assets/remote-undeclared',
  area: 'assets',
  reads: ['assets', 'remotePaths', 'vpns'],
  each: 'assets',
  evaluate(seen, asset) {
    if (asset.unlisted || asset.remoteMaintenance === 'no') return
    const stated = fact('assets', asset.id, 'remoteMaintenance')
    const subjects = [asset.id] as const
    const paths = pathsInUse(seen).filter((path) => path.assets?.includes(asset.id))
    const undeclared = paths.find((path) => !isKnown(path.declaredOn))
    if (undeclared) {
      const facts = [stated, fact('remotePaths', undeclared.id, 'declaredOn')]
      return { subjects, parties: ['facility'], because: [{ say: 'undeclared', grade: 'undeclared', facts }] }
    }
    if (paths.length > 0) return
    const facts = [stated, noneWith('remotePaths', 'assets', asset.id)]
    if (asset.remoteMaintenance === 'yes')
      return { subjects, parties: ['facility'], because: [{ say: 'no-path', grade: 'no-path', facts }] }
    if (!isKnown(asset.vendor)) return
    return { subjects, parties: ['facility'], because: [{ say: 'unknown', grade: 'unknown', facts }] }
  },
})
