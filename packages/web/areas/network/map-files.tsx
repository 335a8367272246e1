import { routes } from '@mimamori/contract'
import { drawSvg } from '@mimamori/diagram'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { keep } from '../../data/api.ts'
import { viewQuery } from '../../data/queries.ts'
import { DownloadButton } from '../../frame/download-button.tsx'
import { useFacilityId, useMay } from '../../frame/rights.ts'
import { useWords } from '../../text/words.tsx'
import { Problem } from '../../ui/problem.tsx'
import { announce } from '../../ui/say.tsx'
import { svgToPng } from '../../ui/svg-to-png.ts'
import { placedMap } from './placed.ts'
import { useSeen, type Way } from './use-seen.ts'

/** The map on paper and as files, with the way that is lit. */
export function MapFiles({ lit, unfolded }: { lit: Way | undefined; unfolded: string }) {
  const { t, lang } = useWords()
  const facility = useFacilityId()
  const mayMake = useMay('paper:make')
  const query = { lang, ...(lit && { path: lit.id }) }
  return (
    <>
      {mayMake ? (
        <DownloadButton
          route={routes.networkMap}
          input={{ params: { facility }, query: { ...query, format: 'pdf' } }}
          name="network.pdf"
          look="button low"
        >
          {t('network.print')}
        </DownloadButton>
      ) : (
        <button type="button" className="button low" onClick={() => window.print()}>
          {t('network.print')}
        </button>
      )}
      <details className="map-files small">
        <summary>{t('network.files')}</summary>
        <p className="row tight">
          {mayMake && (
            <>
              <DownloadButton
                route={routes.networkMap}
                input={{ params: { facility }, query: { ...query, format: 'pdf', tiles: '1' } }}
                name="network-a4.pdf"
                look="button low"
              >
                {t('network.files.tiles')}
              </DownloadButton>
              <DownloadButton
                route={routes.networkMap}
                input={{ params: { facility }, query: { ...query, format: 'svg' } }}
                name="network.svg"
                look="button low"
              >
                {t('network.files.svg')}
              </DownloadButton>
              <DownloadButton
                route={routes.networkMap}
                input={{ params: { facility }, query: { ...query, format: 'drawio' } }}
                name="network.drawio"
                look="button low"
              >
                {t('network.files.drawio')}
              </DownloadButton>
            </>
          )}
          <Picture lit={lit} unfolded={unfolded} />
        </p>
      </details>
    </>
  )
}

/** Pixels for each unit of the drawing: sharp enough for a slide. */
const pictureScale = 2

/** The picture (PNG) is made here, as it is seen: with what is unfolded, and by those too who may make no paper. */
function Picture({ lit, unfolded }: { lit: Way | undefined; unfolded: string }) {
  const { t, lang } = useWords()
  const facility = useFacilityId()
  const client = useQueryClient()
  const { view, cutOf } = useSeen()
  const make = useMutation({
    mutationFn: async () => {
      const { model } = await client.query(viewQuery(routes.networkModel, facility, { query: { lang, unfolded } }))
      const cut = new Set(lit ? cutOf(lit).map(({ id }) => id) : [])
      const map = placedMap({ model, places: view.places, way: lit, cut, steps: [], previous: undefined })
      const name = 'network.png'
      keep(await svgToPng(drawSvg(map), pictureScale), name)
      return name
    },
    onSuccess: (name) => announce(t('download.kept', { name })),
  })
  return (
    <>
      <button type="button" className="button low" onClick={() => !make.isPending && make.mutate()}>
        {t('network.files.png')}
      </button>
      {make.isError && <Problem error={make.error} />}
    </>
  )
}
