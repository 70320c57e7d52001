import { useEffect, useState } from 'react'

/** The time, renewed every `seconds` while the page is on screen: for "how long is left". */
export function useNow(seconds = 30): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), seconds * 1000)
    return () => clearInterval(timer)
  }, [seconds])
  return now
}
