import { useField, useNow } from './field-context.tsx'

/** The screens of the field app. */
export default function FieldApp() {
  const { countyName } = useNow(useField().session)
  return <h1>{countyName}</h1>
}
