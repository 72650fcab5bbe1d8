#include "site/compress.h"

#include <brotli/encode.h>
#include <libdeflate.h>
#include <malloc.h>

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <iterator>
#include <new>
#include <utility>

namespace toolkitd::site {
namespace {

// From here on the allocator asks the system, and the system clears the memory that it gives.
constexpr std::size_t kLarge = 64 * std::size_t{1024};

// The smallest window that holds all of the bytes: a larger one costs time and wins nothing.
int window_for(std::size_t size) {
    const int bits = static_cast<int>(std::bit_width(size + 16));
    return std::clamp(bits, BROTLI_MIN_WINDOW_BITS, BROTLI_MAX_WINDOW_BITS);
}

using Encoder = std::unique_ptr<BrotliEncoderState, decltype(&BrotliEncoderDestroyInstance)>;

}  // namespace

Compressor::Compressor(int gzip_level) : gzip_level_(gzip_level), gzip_(nullptr, &libdeflate_free_compressor) {}

Compressor::~Compressor() = default;

std::string Compressor::gzip(std::string_view bytes) {
    if (!gzip_) gzip_.reset(libdeflate_alloc_compressor(gzip_level_));
    if (!gzip_) throw std::bad_alloc();
    std::string out(libdeflate_gzip_compress_bound(gzip_.get(), bytes.size()), '\0');
    out.resize(libdeflate_gzip_compress(gzip_.get(), bytes.data(), bytes.size(), out.data(), out.size()));
    out.shrink_to_fit();
    return out;
}

std::string Compressor::brotli(std::string_view bytes, int quality) {
    const Encoder encoder(BrotliEncoderCreateInstance(&Kept::allocate, &Kept::free, &kept_),
                          &BrotliEncoderDestroyInstance);
    if (!encoder) throw std::bad_alloc();
    BrotliEncoderSetParameter(encoder.get(), BROTLI_PARAM_QUALITY, static_cast<std::uint32_t>(quality));
    BrotliEncoderSetParameter(encoder.get(), BROTLI_PARAM_LGWIN, static_cast<std::uint32_t>(window_for(bytes.size())));
    BrotliEncoderSetParameter(encoder.get(), BROTLI_PARAM_MODE, BROTLI_MODE_TEXT);
    BrotliEncoderSetParameter(encoder.get(), BROTLI_PARAM_SIZE_HINT, static_cast<std::uint32_t>(bytes.size()));
    std::string out(BrotliEncoderMaxCompressedSize(bytes.size()), '\0');
    const auto* in = reinterpret_cast<const std::uint8_t*>(bytes.data());
    auto* to = reinterpret_cast<std::uint8_t*>(out.data());
    std::size_t in_left = bytes.size();
    std::size_t room = out.size();
    if (BrotliEncoderCompressStream(encoder.get(), BROTLI_OPERATION_FINISH, &in_left, &in, &room, &to, nullptr) !=
            BROTLI_TRUE ||
        BrotliEncoderIsFinished(encoder.get()) != BROTLI_TRUE) {
        throw std::bad_alloc();
    }
    out.resize(out.size() - room);
    out.shrink_to_fit();
    return out;
}

Compressor::Kept::~Kept() {
    for (void* piece : pieces_) std::free(piece);
}

// The smallest that is large enough. Where none is, one makes room for the new one, so that there are never more than
// were in use at once.
void* Compressor::Kept::allocate(void* kept, std::size_t size) noexcept {
    if (size < kLarge) return std::malloc(size);
    auto& pieces = static_cast<Kept*>(kept)->pieces_;
    auto best = pieces.end();
    for (auto each = pieces.begin(); each != pieces.end(); ++each) {
        const auto room = malloc_usable_size(*each);
        if (room >= size && (best == pieces.end() || room < malloc_usable_size(*best))) best = each;
    }
    if (pieces.empty()) return std::malloc(size);
    const bool fits = best != pieces.end();
    if (!fits) best = std::prev(pieces.end());
    void* piece = std::exchange(*best, pieces.back());
    pieces.pop_back();
    if (fits) return piece;
    std::free(piece);
    return std::malloc(size);
}

void Compressor::Kept::free(void* kept, void* piece) noexcept {
    if (malloc_usable_size(piece) < kLarge) return std::free(piece);
    static_cast<Kept*>(kept)->pieces_.push_back(piece);
}

}  // namespace toolkitd::site
