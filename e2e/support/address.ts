import type { Page } from '@playwright/test'

interface Place {
  readonly site: { readonly url: string }
  readonly facility: string
  readonly at: (path: string) => string
}

/** The address of a screen, with a real sheet, finding or device put in. */
export async function addressOf(page: Page, place: Place, path: string): Promise<string> {
  const api = `${place.site.url}/api/v1/facilities/${encodeURIComponent(place.facility)}`
  const read = async (what: string) => (await page.request.get(`${api}/${what}`)).json()
  let full = path
  if (path.includes('<sheet>')) {
    const { sheets } = (await read('vendors')) as { sheets: { sheet: string; state: string }[] } // as the contract says
    const silent = sheets.find((line) => line.state === 'waiting') ?? sheets[0]
    full = full.replace('<sheet>', encodeURIComponent(silent?.sheet ?? ''))
  }
  if (path.includes('<finding>')) {
    const { findings } = (await read('findings')) as { findings: { id: string }[] } // as the contract says
    full = full.replace('<finding>', encodeURIComponent(findings[0]?.id ?? ''))
  }
  if (path.includes('<asset>')) {
    const { rows } = (await read('assets?limit=1')) as { rows: { id: string }[] } // as the contract says
    full = full.replace('<asset>', encodeURIComponent(rows[0]?.id ?? ''))
  }
  return place.at(full)
}
