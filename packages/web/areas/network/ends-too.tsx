import { useWords } from '../../text/words.tsx'
import { useSeen } from './use-seen.ts'

/** What goes with a VPN that is given up, and what else can be done where it is still needed. */
export function EndsToo({ id }: { id: string }) {
  const { t } = useWords()
  const { view, nameOf } = useSeen()
  const along = view.nodes.filter((node) => node.vpn === id && node.id !== id)
  return (
    <>
      {along.length > 0 && (
        <p className="small">{t('network.endsToo', { names: along.map((node) => nameOf(node.id)).join(t('list.comma')) })}</p>
      )}
      <p className="small second">{t('network.endOrLimit')}</p>
    </>
  )
}
