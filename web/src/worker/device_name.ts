// A name for this device that a person recognises beside a change: "Chrome on Android".

const kBrowsers: [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

const kSystems: [RegExp, string][] = [
  [/\bAndroid\b/, "Android"],
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bWindows\b/, "Windows"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bMac OS X\b/, "Mac"],
  [/\bLinux\b/, "Linux"],
];

function firstMatch(table: [RegExp, string][], text: string, otherwise: string): string {
  return table.find(([pattern]) => pattern.test(text))?.[1] ?? otherwise;
}

export function deviceName(userAgent: string): string {
  return `${firstMatch(kBrowsers, userAgent, "Browser")} on ${firstMatch(kSystems, userAgent, "unknown system")}`;
}
