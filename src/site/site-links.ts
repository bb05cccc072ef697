/** Pages beside the chapters, as the header and the menu list them. Only what exists. */
export const siteLinks: readonly { readonly label: string; readonly path: string }[] = [
  { label: 'Course', path: '/#course' },
  { label: 'Start here', path: '/start-here/' },
  { label: 'How we know', path: '/how-we-know/' },
];
