-- One path after the other: in the path given, NUMBER stands for 1 up to the count that is the first argument.
dofile(os.getenv("TOOLKITD_WRK") .. "/report.lua")

local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("own", threads)
end

function init(arguments)
  local most = tonumber(arguments[1])
  local before, after = wrk.format():match("^(.*)NUMBER(.*)$")
  local step = 7919  -- a prime, so that neighbours in time are not neighbours in memory
  local count = own * 104729
  request = function()
    count = count + step
    return before .. (count % most + 1) .. after
  end
end
