import { ApproveCounty } from './approve-county.tsx'
import type { Asked } from './asked.tsx'
import { AskErasure } from './erasures/ask-erasure.tsx'
import { ResetSecondFactor } from './reset-second-factor.tsx'
import { SuspendCounty } from './suspend-county.tsx'

export default function PlatformDialogs({ asked, close }: { asked: Asked; close: () => void }) {
  switch (asked.what) {
    case 'approve':
      return <ApproveCounty county={asked.county} close={close} />
    case 'suspend':
      return <SuspendCounty county={asked.county} close={close} />
    case 'erase':
      return <AskErasure county={asked.county} close={close} />
    case 'resetSecondFactor':
      return <ResetSecondFactor close={close} />
  }
}
