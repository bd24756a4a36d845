/** Forms in which an address has led out of apps that thought it their own. */
export const foreignAddresses = [
  'https://evil.example/login', 'http:evil.example', 'HTTPS://evil.example', '//evil.example', '///evil.example', '/\\evil.example', '\\\\evil.example', '/\t/evil.example',
  '/\n/evil.example', '\t//evil.example', ' //evil.example', '/.//evil.example', '/x/..//evil.example', '//user@evil.example', '//evil.example@localhost', 'javascript:alert(1)',
  ' javascript:alert(1)', 'data:text/html,x', 'evil.example', '', '../x', '/\\/evil.example', '//[::1]/x', '//', '//[', '/..//evil.example',
];
