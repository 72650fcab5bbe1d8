#include "site/compress.h"

#include <brotli/encode.h>
#include <zlib.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <new>

namespace toolkitd::site {
namespace {

constexpr int kGzipWrapper = 16;  // added to the window's bits, zlib's way to be asked for gzip

// The smallest window that holds all of the bytes: a larger one costs time and wins nothing.
int window_for(std::size_t size, int least, int most) {
    return std::clamp(static_cast<int>(std::bit_width(size + 16)), least, most);
}

// zlib holds as many symbols in a block as 64 times 2 to the power of this; one block for all of the bytes is enough.
int memory_level_for(std::size_t size) { return std::clamp(static_cast<int>(std::bit_width(size)) - 6, 1, 9); }

}  // namespace

std::string gzip(std::string_view bytes) {
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, window_for(bytes.size(), 9, MAX_WBITS) + kGzipWrapper,
                     memory_level_for(bytes.size()), Z_DEFAULT_STRATEGY) != Z_OK) {
        throw std::bad_alloc();
    }
    std::string out(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    out.shrink_to_fit();
    return out;
}

std::string brotli(std::string_view bytes, int quality) {
    std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size());
    std::string out(size, '\0');
    const auto done =
        BrotliEncoderCompress(quality, window_for(bytes.size(), BROTLI_MIN_WINDOW_BITS, BROTLI_MAX_WINDOW_BITS),
                              BROTLI_MODE_TEXT, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()),
                              &size, reinterpret_cast<std::uint8_t*>(out.data()));
    if (done != BROTLI_TRUE) throw std::bad_alloc();
    out.resize(size);
    out.shrink_to_fit();
    return out;
}

}  // namespace toolkitd::site
