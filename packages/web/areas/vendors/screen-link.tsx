import { type AnswerLinkView, type MadeAnswerLink, routes, type VendorSheetLine } from '@mimamori/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ask } from '../../data/api.ts'
import { useView } from '../../data/queries.ts'
import { DownloadButton } from '../../frame/download-button.tsx'
import { useFacilityId } from '../../frame/rights.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { dateAndTime } from '../../ui/show-date.ts'

/** 「画面で答えてもらう」: a link by mail and a number by another way, for a vendor without an account. */
export function ScreenLink({ line }: { line: VendorSheetLine }) {
  const { t } = useWords()
  const facility = useFacilityId()
  const client = useQueryClient()
  const params = { facility, sheet: line.sheet }
  const link = useView(routes.answerLink, facility, { params: { sheet: line.sheet } }).data?.link
  const refresh = () => client.invalidateQueries({ queryKey: [facility, routes.answerLink.id] })
  const make = useMutation({
    mutationFn: (what: 'link' | 'number') => ask(routes.makeAnswerLink, { params, body: { what } }),
    onSuccess: refresh,
  })
  const end = useMutation({
    mutationFn: () => ask(routes.withdrawAnswerLink, { params }),
    onSuccess: async () => {
      make.reset()
      announce(t('screenLink.ended'))
      await refresh()
    },
  })
  const go = (what: 'link' | 'number') => () => !make.isPending && make.mutate(what)
  return (
    <section className="card stack">
      <h2>{t('screenLink.title')}</h2>
      <p className="small">{t('screenLink.says')}</p>
      {link && <LinkState link={link} />}
      {make.data && <Made made={make.data} params={params} />}
      {make.isError && <Problem error={make.error} />}
      {end.isError && <Problem error={end.error} />}
      <p className="row">
        <button type="button" className="button" onClick={go('link')}>
          {t(link ? 'screenLink.again' : 'screenLink.make')}
        </button>
        {link && (
          <>
            <button type="button" className="button" onClick={go('number')}>
              {t('screenLink.number')}
            </button>
            <button type="button" className="text-button" onClick={() => end.mutate()}>
              {t('screenLink.end')}
            </button>
          </>
        )}
      </p>
    </section>
  )
}

type Link = NonNullable<AnswerLinkView['link']>

const stateWords: Readonly<Record<Exclude<Link['state'], 'used'>, PlainKey>> = {
  open: 'screenLink.open',
  expired: 'screenLink.expired',
  locked: 'screenLink.locked',
}

function LinkState({ link }: { link: Link }) {
  const { t, lang } = useWords()
  const { state, usedAt } = link
  return <p className="small">{state === 'used' ? t('screenLink.used', { at: dateAndTime(usedAt ?? '', lang) }) : t(stateWords[state])}</p>
}

/** Shown once: neither link nor number can be read again. */
function Made({ made, params }: { made: MadeAnswerLink; params: { facility: string; sheet: string } }) {
  const { t, lang } = useWords()
  return (
    <div className="phone-card stack" role="status">
      {made.path === undefined ? (
        <p className="small">{t('screenLink.newNumber')}</p>
      ) : (
        <div>
          <p className="source">{t('screenLink.link')}</p>
          <p className="fixed link-text">{`${window.location.origin}${made.path}`}</p>
        </div>
      )}
      <div>
        <p className="source">{t('screenLink.code')}</p>
        <p className="fixed">
          <strong>{made.code}</strong>
        </p>
      </div>
      <p className="small">{t('screenLink.until', { date: dateAndTime(made.expiresAt, lang) })}</p>
      <p>
        <DownloadButton
          route={routes.answerLetter}
          input={{ params, body: { way: 'post', code: made.code } }}
          name="letter.pdf"
          look="button low"
        >
          {t('screenLink.letter')}
        </DownloadButton>
      </p>
    </div>
  )
}
