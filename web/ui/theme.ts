import type { ThemeConfig } from 'antd'

/** Ant Design in our colours: one quiet blue, hairlines, 14 px, the system's Chinese fonts, no shadows to speak of. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1f5c99',
    colorLink: '#1f5c99',
    colorSuccess: '#1a7f37',
    colorWarning: '#9a6700',
    colorError: '#b42318',
    // Said outright: derived from colours this dark, the grounds of notices would be too dark to read on.
    colorWarningBg: '#fff8c5',
    colorWarningBorder: '#d4a72c',
    colorErrorBg: '#fff1f0',
    colorErrorBorder: '#e5a19b',
    colorSuccessBg: '#eef8f0',
    colorText: '#1f2328',
    colorTextSecondary: '#59636e',
    colorTextDescription: '#59636e',
    colorTextPlaceholder: '#6b7480',
    colorBorder: '#c6ccd3',
    colorBorderSecondary: '#dfe3e8',
    colorBgLayout: '#ffffff',
    borderRadius: 4,
    fontSize: 14,
    fontFamily:
      'system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif',
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.15s',
  },
  components: {
    Layout: {
      headerBg: '#ffffff',
      headerHeight: 48,
      headerPadding: '0 16px',
      siderBg: '#ffffff',
      bodyBg: '#ffffff',
    },
    Menu: { itemHeight: 36, itemBorderRadius: 4, activeBarBorderWidth: 0, itemSelectedBg: '#e8f0f8' },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Table: {
      headerBg: '#f6f8fa',
      headerSplitColor: 'transparent',
      cellPaddingBlockSM: 6,
      cellPaddingInlineSM: 10,
    },
  },
}
