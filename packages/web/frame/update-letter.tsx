import { routes } from '@mimamori/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useWords } from '../text/words.tsx'
import { DownloadButton } from './download-button.tsx'
import { useFacilityId, useMay } from './rights.ts'

const ways = [
  ['post', 'papers.updateLetter'],
  ['fax', 'papers.updateLetter.fax'],
] as const

/**
 * 「弱点の更新のお願い」 of one response, or `whole`: of all that a vendor is asked for. The letter with the form for the answer, for the
 * post or by FAX.
 */
export function UpdateLetter({ of, whole }: { of: string; whole?: true }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const client = useQueryClient()
  if (!useMay('paper:make')) return null
  return (
    <div className="stack no-print">
      <p className="row">
        {ways.map(([way, word]) => (
          <DownloadButton
            key={way}
            route={routes.makePaper}
            input={{ params: { facility, kind: 'update-request' }, query: { format: 'pdf', id: of, way } }}
            name="update-request.pdf"
            look="button"
            kept={() => client.invalidateQueries({ queryKey: [facility] })}
          >
            {t(word)}
          </DownloadButton>
        ))}
      </p>
      <p className="small second">{t(whole ? 'papers.updateLetter.whole' : 'papers.updateLetter.says')}</p>
    </div>
  )
}
