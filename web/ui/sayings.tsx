import { useSyncExternalStore } from 'react'
import { onSaid, saidNow, unsay } from './say.ts'

/** What has been said in passing, at the top of the screen, over whatever is open. */
export function Sayings() {
  const said = useSyncExternalStore(onSaid, saidNow)
  return (
    <div className="sayings">
      {said.map(({ key, kind, text, way }) => (
        <p key={key} className={`saying ${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
          <span className="mark" aria-hidden="true">
            {kind === 'error' ? '×' : '✓'}
          </span>
          <span>{text}</span>
          {way && (
            <button
              type="button"
              className="button small link"
              onClick={() => {
                unsay(key)
                way.go()
              }}
            >
              {way.label}
            </button>
          )}
        </p>
      ))}
    </div>
  )
}
