-- Twelve fields of a browser, of which one has a value, and a length, of its own in each request: no head comes twice.
dofile(os.getenv("TOOLKITD_WRK") .. "/report.lua")
dofile(os.getenv("TOOLKITD_WRK") .. "/browser.lua")

local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("own", threads)
end

function init()
  for name, value in pairs(browser) do wrk.headers[name] = value end
  wrk.headers["Referer"] = "REFERER"
  local before, after = wrk.format():match("^(.*)REFERER(.*)$")
  local pages = {}
  for length = 0, 63 do pages[length] = "https://www.example.org/" .. string.rep("x", length) .. "/" .. own .. "/" end
  local count = 0
  request = function()
    count = count + 1
    return before .. pages[count % 64] .. count .. after
  end
end
