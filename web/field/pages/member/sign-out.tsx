import { useState } from 'react'
import { fieldMemberTexts } from '../../../i18n/field-member.ts'
import { useTexts } from '../../../lib/language.tsx'
import { useField } from '../../field-context.tsx'

/** Signs out; where something has not been sent it says so first, and that it stays here for its owner. */
export function SignOut() {
  const t = useTexts(fieldMemberTexts)
  const { session } = useField()
  const [unsent, setUnsent] = useState<number>()
  const ask = async () => {
    const left = await session.unsent()
    if (left === 0) await session.signOut()
    else setUnsent(left)
  }
  if (unsent === undefined) {
    return (
      <button type="button" className="button wide" onClick={ask}>
        {t('signOut')}
      </button>
    )
  }
  return (
    <div className="banner urgent" role="alert">
      <p>{t('unsentLeft', { n: unsent })}</p>
      <div className="mend-buttons">
        <button type="button" className="button" onClick={() => setUnsent(undefined)}>
          {t('stay')}
        </button>
        <button type="button" className="button danger" onClick={() => session.signOut()}>
          {t('signOutAnyway')}
        </button>
      </div>
    </div>
  )
}
