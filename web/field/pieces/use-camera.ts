import { useEffect, useRef, useState } from 'react'

/** The camera at the back, shown in `video` while the screen is open and switched off with it. */
export function useCamera() {
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<'asking' | 'on' | 'refused'>('asking')
  useEffect(() => {
    let stream: MediaStream | undefined
    let gone = false
    const open = async () => {
      try {
        stream = await navigator.mediaDevices.getUserMedia({
          video: { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1440 } },
        })
        if (gone || !video.current) return stop(stream)
        video.current.srcObject = stream
        await video.current.play()
        if (!gone) setState('on')
      } catch {
        if (!gone) setState('refused')
      }
    }
    open()
    return () => {
      gone = true
      if (stream) stop(stream)
    }
  }, [])
  return { video, state }
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}
