-- The header fields that a browser sends with a script's request to another site.
browser = {
  ["User-Agent"] = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
  ["Accept"] = "application/json, text/plain, */*",
  ["Accept-Language"] = "en-US,en;q=0.5",
  ["Referer"] = "https://www.example.org/legal/reporting",
  ["Origin"] = "https://www.example.org",
  ["DNT"] = "1",
  ["Connection"] = "keep-alive",
  ["Sec-Fetch-Dest"] = "empty",
  ["Sec-Fetch-Mode"] = "cors",
  ["Sec-Fetch-Site"] = "cross-site",
  ["Priority"] = "u=4",
}
