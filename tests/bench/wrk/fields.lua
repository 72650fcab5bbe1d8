-- The same request each time, with the twelve fields of a browser: eleven and the Host.
dofile(os.getenv("TOOLKITD_WRK") .. "/report.lua")
dofile(os.getenv("TOOLKITD_WRK") .. "/browser.lua")

function init()
  for name, value in pairs(browser) do wrk.headers[name] = value end
end
