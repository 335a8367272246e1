import { Link } from '@tanstack/react-router'
import { LanguageSwitch } from '../../frame/language-switch.tsx'
import { OtherPlaces } from '../../frame/navigation.tsx'
import { OrganisationSwitch } from '../../frame/organisation-switch.tsx'
import { Page } from '../../frame/page.tsx'
import { useFacilityId } from '../../frame/rights.ts'
import { SearchBox } from '../../frame/search-box.tsx'
import { SignOut } from '../../frame/sign-out.tsx'
import { useWords } from '../../text/words.tsx'

/** 「ほか」 of the phone's bar: search, the places that are not in it, language, sign-out. */
export function More() {
  const { t } = useWords()
  const facility = useFacilityId()
  return (
    <Page className="column" title={t('nav.more')}>
      <div className="stack loose">
        <SearchBox facility={facility} />
        <OtherPlaces facility={facility} />
        <LanguageSwitch />
        <p className="row">
          <Link className="button" to="/me">
            {t('me.open')}
          </Link>
          <Link className="button" to="/switch">
            {t('switch.title')}
          </Link>
          <SignOut />
          <OrganisationSwitch className="button" />
        </p>
      </div>
    </Page>
  )
}
