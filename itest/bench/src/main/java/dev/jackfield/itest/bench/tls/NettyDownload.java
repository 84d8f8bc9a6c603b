package dev.jackfield.itest.bench.tls;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Netty with BoringSSL, as directly as it goes: one connection on one loop, a handler that counts. */
final class NettyDownload implements Download {
    /** A record fits, so that parts need not be cut. */
    private static final int MOST_PART = 16 * 1024;

    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final URI url;
    private final Channel channel;
    private CompletableFuture<Long> answer = new CompletableFuture<>();

    private NettyDownload(String url, Path authority) throws IOException, InterruptedException {
        this.url = URI.create(url);
        SslContext tls = SslContextBuilder.forClient()
                .sslProvider(SslProvider.OPENSSL)
                .protocols("TLSv1.3")
                .trustManager(authority.toFile())
                .build();
        this.channel = new Bootstrap()
                .group(group)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel made) {
                        made.pipeline()
                                .addLast(tls.newHandler(
                                        made.alloc(),
                                        NettyDownload.this.url.getHost(),
                                        NettyDownload.this.url.getPort()))
                                .addLast(new HttpClientCodec(4096, 8192, MOST_PART))
                                .addLast(new Counter());
                    }
                })
                .connect(this.url.getHost(), this.url.getPort())
                .sync()
                .channel();
    }

    /** Arguments: URL, octets, authority. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Download.serve(new NettyDownload(arguments[0], Path.of(arguments[2])), Long.parseLong(arguments[1]));
    }

    @Override
    public long run() {
        answer = new CompletableFuture<>();
        var request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, url.getPath());
        request.headers().set(HttpHeaderNames.HOST, url.getAuthority());
        channel.writeAndFlush(request);
        return answer.join();
    }

    @Override
    public void close() {
        channel.close();
        group.shutdownGracefully();
    }

    private final class Counter extends SimpleChannelInboundHandler<HttpObject> {
        private long octets;

        @Override
        protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
            if (part instanceof HttpContent content) {
                octets += content.content().readableBytes();
            }
            if (part instanceof LastHttpContent) {
                answer.complete(octets);
                octets = 0;
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
            answer.completeExceptionally(failure);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            answer.completeExceptionally(new IOException("The connection was closed"));
        }
    }
}
