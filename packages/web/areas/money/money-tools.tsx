import { routes } from '@mimamori/contract'
import { Link } from '@tanstack/react-router'
import { DownloadButton } from '../../frame/download-button.tsx'
import { useFacilityId } from '../../frame/rights.ts'
import { type PlainKey, useWords } from '../../text/words.tsx'

type Format = 'pdf' | 'xlsx' | 'docx'

const others: readonly { readonly kind: string; readonly format: Format; readonly word: PlainKey }[] = [
  { kind: 'plan-annex', format: 'pdf', word: 'money.paper.annex' },
  { kind: 'budget-request', format: 'pdf', word: 'money.paper.request' },
  { kind: 'budget-attachment', format: 'docx', word: 'money.paper.attachment' },
  { kind: 'budget-attachment', format: 'pdf', word: 'money.paper.attachmentPdf' },
  { kind: 'committee', format: 'docx', word: 'money.paper.committee' },
  { kind: 'committee', format: 'pdf', word: 'money.paper.committeePdf' },
]

/** The assumptions, and the papers that go to whoever decides. */
export function MoneyTools({ count }: { count: number }) {
  const { t } = useWords()
  const facility = useFacilityId()
  return (
    <>
      <Link className="button low" to="/f/$facility/money/assumptions" params={{ facility }}>
        {t('money.tool.assumptions', { count })}
      </Link>
      <PaperButton kind="plan-board" format="pdf" look="button low">
        {t('money.tool.board')}
      </PaperButton>
      <PaperButton kind="budget-request" format="xlsx" look="button low">
        {t('money.tool.request')}
      </PaperButton>
    </>
  )
}

/** The papers that are asked for more seldom, at the foot of the page. */
export function MorePapers() {
  const { t } = useWords()
  return (
    <section className="card stack no-print" aria-label={t('money.tool.papers')}>
      <h2>{t('money.tool.papers')}</h2>
      <div className="row">
        {others.map(({ kind, format, word }) => (
          <PaperButton key={word} kind={kind} format={format} look="button low">
            {t(word)}
          </PaperButton>
        ))}
      </div>
    </section>
  )
}

function PaperButton({ kind, format, look, children }: { kind: string; format: Format; look: string; children: string }) {
  const facility = useFacilityId()
  const { lang } = useWords()
  return (
    <DownloadButton
      route={routes.makePaper}
      input={{ params: { facility, kind }, query: { format, lang } }}
      name={`${kind}.${format}`}
      look={look}
    >
      {children}
    </DownloadButton>
  )
}
