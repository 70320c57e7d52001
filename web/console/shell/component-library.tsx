import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'
import { useLanguage } from '../../lib/language.tsx'
import { theme } from '../../ui/theme.ts'
import { nonce } from '../nonce.ts'

/** Ant Design in our colours and the reader's language, for everything below. */
export default function ComponentLibrary({ children }: { children: ReactNode }) {
  const { language } = useLanguage()
  return (
    <ConfigProvider
      theme={theme}
      locale={language === 'zh' ? zhCN : enUS}
      // Two Chinese characters on a button stay together.
      button={{ autoInsertSpace: false }}
      csp={{ nonce }}
    >
      <App>{children}</App>
    </ConfigProvider>
  )
}
