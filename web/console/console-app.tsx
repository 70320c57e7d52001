import { QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { Suspense, useState } from 'react'
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { useLanguage } from '../lib/language.tsx'
import { newQueryClient } from '../lib/query.ts'
import { theme } from '../ui/theme.ts'
import { nonce } from './nonce.ts'
import { routes } from './routes.tsx'
import { Loading } from './shell/loading.tsx'

/** The console: query store, Ant Design in our colours and the reader's language, and the route table. */
export function ConsoleApp() {
  const { language } = useLanguage()
  const [queries] = useState(newQueryClient)
  const [router] = useState(() => createBrowserRouter(routes, { basename: '/console' }))
  return (
    <QueryClientProvider client={queries}>
      <ConfigProvider
        theme={theme}
        locale={language === 'zh' ? zhCN : enUS}
        // Two Chinese characters on a button stay together.
        button={{ autoInsertSpace: false }}
        csp={{ nonce }}
      >
        <App>
          <Suspense fallback={<Loading />}>
            <RouterProvider router={router} />
          </Suspense>
        </App>
      </ConfigProvider>
    </QueryClientProvider>
  )
}
